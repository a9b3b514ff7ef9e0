namespace Remiss.Application.Security;

/// <summary>For each kind of thing, how its organisation and consultation are found.</summary>
internal static class Owners
{
    private const string ViaConsultation = "SELECT c.organisation_id, c.consultation_id FROM consultation c";

    /// <summary>A select of <c>organisation_id</c> and <c>consultation_id</c> for <c>@id</c>.</summary>
    public static string SqlOf(Resource resource) => resource switch
    {
        Resource.Organisation => "SELECT organisation_id FROM organisation WHERE organisation_id = @id",
        Resource.Account => "SELECT organisation_id FROM account WHERE account_id = @id",
        Resource.Body => "SELECT organisation_id FROM body WHERE body_id = @id",
        Resource.DistributionList => "SELECT organisation_id FROM distribution_list WHERE distribution_list_id = @id",
        Resource.WorkItem => "SELECT organisation_id FROM work_item WHERE work_item_id = @id AND organisation_id IS NOT NULL",
        Resource.Mail => "SELECT organisation_id, consultation_id FROM mail WHERE mail_id = @id",
        Resource.Consultation => $"{ViaConsultation} WHERE c.consultation_id = @id",
        Resource.Document => $"{ViaConsultation} JOIN document d ON d.consultation_id = c.consultation_id WHERE d.document_id = @id",
        Resource.Question => $"{ViaConsultation} JOIN question q ON q.consultation_id = c.consultation_id WHERE q.question_id = @id",
        Resource.Invitation => $"{ViaConsultation} JOIN invitation i ON i.consultation_id = c.consultation_id WHERE i.invitation_id = @id",
        Resource.Response => $"{ViaConsultation} JOIN response r ON r.consultation_id = c.consultation_id WHERE r.response_id = @id",
        Resource.ResponseVersion => $"{ViaConsultation} JOIN response_version v ON v.consultation_id = c.consultation_id WHERE v.response_version_id = @id",
        Resource.Comment => $"{ViaConsultation} JOIN comment k ON k.consultation_id = c.consultation_id WHERE k.comment_id = @id",
        Resource.CommentChange => $"{ViaConsultation} JOIN response_version v ON v.consultation_id = c.consultation_id JOIN comment_change h ON h.response_version_id = v.response_version_id WHERE h.comment_change_id = @id",
        Resource.Summary => $"{ViaConsultation} JOIN summary s ON s.consultation_id = c.consultation_id WHERE s.summary_id = @id",
        _ => throw new ArgumentOutOfRangeException(nameof(resource)),
    };
}
