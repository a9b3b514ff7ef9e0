using System.Collections.Immutable;
using System.Reflection;
using MediatR;
using Remiss.Application.Consultations;
using Remiss.Application.Pipeline;
using Remiss.Application.Security;
using Remiss.Domain.Results;

namespace Remiss.Application.Tests.Security;

/// <summary>Every request there is, made of things that exist, sent by those who may not.</summary>
public sealed class EveryRequestTests(TestDatabase database) : IsolationTest(database)
{
    private static readonly Dictionary<Type, string> TableOf = new()
    {
        [typeof(StoredSectionId)] = "section",
        [typeof(WorkItemId)] = "work_item",
        [typeof(DistributionListId)] = "distribution_list",
        [typeof(DocumentVersionId)] = "document_version",
        [typeof(ResponseVersionId)] = "response_version",
        [typeof(CommentChangeId)] = "comment_change",
    };

    private static Type[] Requests { get; } =
    [
        .. typeof(IGuarded).Assembly.GetTypes().Where(t => !t.IsAbstract && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))),
    ];

    [Test]
    public void Every_request_says_who_may_send_it()
    {
        Assert.That(Requests, Has.Length.GreaterThan(80));
        Assert.Multiple(() =>
        {
            foreach (Type type in Requests)
            {
                Assert.That(type.IsAssignableTo(typeof(IGuarded)), type.FullName);
                Assert.That(((IGuarded)Make(type)).Access, Is.Not.Null, type.FullName);
            }
        });
    }

    [Test]
    public Task No_one_may_do_nothing() => NoneAsync(Actor.Nobody, _ => true);

    [Test]
    public async Task A_disabled_account_may_do_nothing()
    {
        Actor gone = await APersonAsync(Victim.Organisation, administrator: true);
        await RowsAsync<int>("UPDATE account SET is_disabled = 1 WHERE account_id = @Account", new { gone.Account });
        foreach (string role in Enum.GetNames<Role>())
            await RowsAsync<int>("INSERT INTO consultation_role (consultation_id, account_id, role) VALUES (@Consultation, @Account, @role)", new { Victim.Consultation, gone.Account, role });

        await NoneAsync(gone, _ => true);
    }

    [Test]
    public Task One_of_another_organisation_may_do_nothing() => NoneAsync(Elsewhere.Coordinator, _ => true);

    [Test]
    public Task One_who_only_claims_the_organisation_may_do_nothing() => NoneAsync(Elsewhere.Coordinator with { Organisation = Victim.Organisation }, _ => true);

    [Test]
    public Task An_account_that_is_not_there_may_do_nothing() => NoneAsync(new Actor(ActorKind.Account, "Ingen", AccountId.New(), Victim.Organisation), _ => true);

    [Test]
    public Task A_colleague_without_a_role_may_do_only_what_is_for_all_of_the_organisation() => NoneAsync(Own.Coordinator, access => access is not Access.Of { MemberIsEnough: true });

    [Test]
    public async Task An_administrator_without_a_role_may_do_only_what_is_for_administrators() =>
        await NoneAsync(await APersonAsync(Victim.Organisation, administrator: true), access => access is not Access.Of of || (!of.MemberIsEnough && !of.AdministratorIsEnough));

    [Test]
    public async Task A_reader_may_only_read()
    {
        Actor reader = await APersonAsync(Victim.Organisation);
        await RowsAsync<int>("INSERT INTO consultation_role (consultation_id, account_id, role) VALUES (@Consultation, @Account, 'Reader')", new { Victim.Consultation, reader.Account });

        await NoneAsync(reader, access => access is not Access.Of of || (!of.MemberIsEnough && !of.Roles.Contains(Role.Reader)));
        Assert.Multiple(() =>
        {
            foreach (Type type in Requests.Where(RequestName.IsCommand))
                Assert.That(((IGuarded)Make(type)).Access, Is.Not.InstanceOf<Access.Of>().Or.Matches<Access.Of>(of => of.MemberIsEnough || !of.Roles.Contains(Role.Reader)), type.FullName);
        });
        Assert.That((await SendAsync(new GetConsultation.Query(Victim.Consultation), reader)).Failure, Is.Null);
    }

    private async Task NoneAsync(Actor actor, Func<Access, bool> isClosed)
    {
        string before = await PictureAsync(Victim);
        int refused = 0;
        var open = new List<string>();
        foreach (Type type in Requests)
        {
            var request = (IGuarded)Make(type);
            if (!isClosed(request.Access)) continue;
            var (failure, _) = await AttackAsync(request, actor);
            if (failure is null) open.Add(type.FullName!);
            else if (failure is Forbidden or NotFound) refused++;
        }
        Assert.That(open, Is.Empty);
        // The rest was refused before: a request made of nothing is seldom a valid one.
        Assert.That(refused, Is.GreaterThan(Requests.Length / 4));
        Assert.That(await PictureAsync(Victim), Is.EqualTo(before));
    }

    private object Make(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "1";
        if (type == typeof(Stream)) return new MemoryStream();
        if (type == typeof(DateOnly)) return new DateOnly(2027, 1, 31);
        if (type.IsAssignableTo(typeof(Delegate))) return null!;
        if (type.IsInterface && type.IsGenericType) return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return type.GetField("Empty")!.GetValue(null)!;
        if (type.Namespace == typeof(ConsultationId).Namespace && type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal))
            return Activator.CreateInstance(type, Victim.Of(TableOf.GetValueOrDefault(type) ?? type.Name[..^2].ToLowerInvariant()))!;
        if (type.IsValueType && (type.Namespace!.StartsWith("System", StringComparison.Ordinal) || type.IsEnum)) return type == typeof(int) ? 1 : Activator.CreateInstance(type)!;
        ConstructorInfo constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First(c => c.GetParameters() is not [{ } only] || only.ParameterType != type);
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType))]);
    }
}
