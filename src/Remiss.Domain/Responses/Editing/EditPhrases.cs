using Remiss.Domain.Results;

namespace Remiss.Domain.Responses.Editing;

/// <summary>What is said to someone whose edit cannot be made.</summary>
internal static class EditPhrases
{
    public static Phrase NoComment { get; } = new(
        "Synpunkten finns inte längre i svaret. Läs in svaret igen.", "The comment is no longer in the reply. Load the reply again.");

    public static Phrase TwoToMerge { get; } = new(
        "Välj minst två synpunkter i samma svar för att slå ihop dem.", "Choose at least two comments of the same reply to merge them.");

    public static Phrase AnotherBetween { get; } = new(
        "Det ligger en annan synpunkt mellan dem. Ta med den också, eller välj synpunkter som ligger intill varandra.",
        "Another comment lies between them. Include it too, or choose comments that are next to each other.");

    public static Phrase WhereToCut { get; } = new("Ange var synpunkten ska delas.", "Say where to split the comment.");

    public static Phrase CutOutside { get; } = new(
        "Delningen måste ligga inne i synpunkten. Välj ett ställe mellan dess första och sista tecken.",
        "The split must lie inside the comment. Choose a place between its first and last character.");

    public static Phrase CutInLetter { get; } = new(
        "Gränsen ligger mitt i ett tecken. Flytta den ett steg.", "The edge lies in the middle of a character. Move it one step.");

    public static Phrase EmptyPart { get; } = new(
        "En del blir tom. Välj ett ställe med text på båda sidor.", "One part would be empty. Choose a place with text on both sides.");

    public static Phrase OutsideText { get; } = new(
        "Markeringen ligger utanför svarets text. Markera minst ett tecken i texten.", "The selection lies outside the reply's text. Select at least one character of the text.");

    public static Phrase IsComment { get; } = new(
        "Texten hör redan till en synpunkt. Läs in svaret igen och markera text utanför synpunkterna.",
        "The text already belongs to a comment. Load the reply again and select text outside the comments.");

    public static Phrase WhatInstead { get; } = new(
        "Säg vad texten är i stället för en synpunkt: rubrik, artighet, bakgrund, beslutsuppgift eller sidinnehåll.",
        "Say what the text is instead of a comment: heading, courtesy, background, decision formality or page furniture.");
}
