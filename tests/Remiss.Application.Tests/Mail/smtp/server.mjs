// A real SMTP server on loopback for the mail tests. One argument: the options as JSON.
// Prints what happens as JSON lines on stdout, the first being {"event":"listening","port":…}.
// Ends when stdin closes, so that a test process that was killed leaves no server behind.
//
//   port, implicitTls, key, cert       where and how it listens (key and cert are PEM file paths)
//   hideStartTls                       offers no STARTTLS even with a certificate
//   login: {user, password}            needs a login
//   refuse: [address]                  550 to these recipients
//   refuseTemporarily: [address]       451 to these recipients
//   refuseMessage: code                answers this code when the whole message has come
//   temporaryFailures: n               the first n messages get 451 at the end of DATA
//   slow: milliseconds                 waits this long before it answers DATA
//   cutInData: bytes                   breaks the connection when so much of a message has come
//   cutAfterData: true                 takes the message, then breaks the connection without an answer
//   cuts: n                            only the first n messages are cut (all, when left out)
import { readFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

const options = JSON.parse(process.argv[2] ?? '{}');
const say = (event, more = {}) => process.stdout.write(`${JSON.stringify({ event, ...more })}\n`);
const answer = (code, text) => Object.assign(new Error(text), { responseCode: code });
const lower = list => (list ?? []).map(address => address.toLowerCase());
const refused = lower(options.refuse);
const later = lower(options.refuseTemporarily);
let failuresLeft = options.temporaryFailures ?? 0;
let cutsLeft = options.cuts ?? Number.MAX_SAFE_INTEGER;

const server = new SMTPServer({
    secure: options.implicitTls === true,
    key: options.key && readFileSync(options.key),
    cert: options.cert && readFileSync(options.cert),
    hideSTARTTLS: !options.cert || options.hideStartTls === true,
    authOptional: !options.login,
    allowInsecureAuth: true,
    authMethods: options.authMethods ?? ['PLAIN', 'LOGIN'],
    disableReverseLookup: true,
    banner: 'remiss test server',
    closeTimeout: 100,
    onConnect(session, done) {
        say('connected');
        done();
    },
    onAuth(auth, session, done) {
        const right = options.login && auth.username === options.login.user && auth.password === options.login.password;
        say('login', { user: auth.username, right: Boolean(right), secure: session.secure });
        if (right) done(null, { user: auth.username });
        else done(answer(535, '5.7.8 Bad credentials'));
    },
    onRcptTo(address, session, done) {
        const to = address.address.toLowerCase();
        if (refused.includes(to)) return done(answer(550, '5.1.1 No such user here'));
        if (later.includes(to)) return done(answer(451, '4.2.0 Greylisted, come back later'));
        done();
    },
    onData(stream, session, done) {
        const chunks = [];
        let size = 0;
        let cut = false;
        const cutsThis = cutsLeft > 0 && (options.cutInData || options.cutAfterData) && cutsLeft-- > 0;
        const destroy = () => {
            cut = true;
            say('cut', { size });
            for (const connection of server.connections) if (connection.session === session) connection._socket.destroy();
        };
        stream.on('data', chunk => {
            size += chunk.length;
            chunks.push(chunk);
            if (cutsThis && options.cutInData && size >= options.cutInData && !cut) destroy();
        });
        stream.on('end', () => {
            if (cut) return;
            say('received', { size });
            const accept = () => {
                if (options.refuseMessage) return done(answer(options.refuseMessage, '5.6.0 Not like this'));
                if (failuresLeft > 0) {
                    failuresLeft--;
                    say('failed');
                    return done(answer(451, '4.3.0 Try again later'));
                }
                say('mail', {
                    from: session.envelope.mailFrom.address,
                    to: session.envelope.rcptTo.map(recipient => recipient.address),
                    secure: session.secure,
                    user: session.user ?? null,
                    raw: Buffer.concat(chunks).toString('base64'),
                });
                if (cutsThis && options.cutAfterData) return destroy();
                done(null, 'taken');
            };
            if (options.slow) setTimeout(accept, options.slow);
            else accept();
        });
    },
});

server.on('error', error => say('error', { message: error.message }));
server.listen(options.port ?? 0, '127.0.0.1', () => say('listening', { port: server.server.address().port }));
process.stdin.on('end', () => process.exit(0)).resume();
