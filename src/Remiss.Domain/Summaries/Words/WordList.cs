using System.Collections.Immutable;

namespace Remiss.Domain.Summaries.Words;

/// <summary>Gathers the words of one part of the catalogue while they are declared, so that none can be declared and not listed.</summary>
internal sealed class WordList
{
    private readonly List<Word> _words = [];

    public ImmutableArray<Word> All => [.. _words];

    public Word Add(string key, string swedish)
    {
        var word = new Word(key, swedish);
        _words.Add(word);
        return word;
    }

    public CountedWord Add(string key, string one, string many) => new(Add(key + ".one", one), Add(key + ".many", many));
}
