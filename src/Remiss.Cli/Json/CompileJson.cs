using System.Collections.Immutable;
using Remiss.Cli.Pipeline;
using Remiss.Domain.Results;
using Remiss.Domain.Stances;
using Remiss.Domain.Summaries;

namespace Remiss.Cli.Json;

/// <summary>What became of a compilation, for machines.</summary>
internal sealed record CompileJson(
    string Out, int Pages, ImmutableArray<CompiledReplyJson> Replies, TagCounts Comments,
    ImmutableArray<RefusedJson> Refused, ImmutableArray<DuplicateFile> Duplicates, ImmutableArray<string> Remarks)
{
    public static CompileJson Of(CompileReport report, Language language) => new(
        report.Out, report.Pages,
        [.. report.Responses.Select(CompiledReplyJson.Of)],
        report.Counts,
        [.. report.Refused.Select(file => new RefusedJson(file.Name, file.Reason.In(language)))],
        report.Duplicates,
        [.. report.Remarks.Select(remark => remark.In(language))]);
}

/// <summary>One reply in the summary.</summary>
internal sealed record CompiledReplyJson(
    string Key, string Name, string? RegistrationNumber, DateOnly? Date, Stance OverallStance, int Comments, ImmutableArray<string> Files)
{
    public static CompiledReplyJson Of(SummarisedResponse response) => new(
        response.Key, response.Name, response.Split.RegistrationNumber, response.Split.Date,
        response.Split.OverallStance.Stance, response.Split.Comments.Length, response.Sources);
}

/// <summary>A file that was refused.</summary>
internal sealed record RefusedJson(string File, string Reason);
