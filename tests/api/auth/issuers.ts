import { createHash, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import { Provider } from "oidc-provider";

/** The client that the product is at an issuer. */
export const CLIENT = { id: "talent-map", secret: "only-for-tests-0123456789" } as const;
/** Where the product under test says to be. */
export const REDIRECT = "http://localhost/auth/oidc/callback";

/** An issuer that listens on loopback. */
export interface Issuer {
  readonly address: string;
  close(): Promise<void>;
}

async function listen(handler: RequestListener): Promise<{ server: Server; address: string }> {
  const server = createServer(handler);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("no port");
  return { server, address: `http://127.0.0.1:${bound.port}` };
}

const closing = (server: Server) => async (): Promise<void> => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
};

/** oidc-provider, a certified issuer, whose built-in pages sign anybody in by the name given. */
export async function certifiedIssuer(): Promise<Issuer> {
  let handler: RequestListener = (_request, response) => response.writeHead(503).end();
  const { server, address } = await listen((request, response) => handler(request, response));
  const client = { client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [REDIRECT], application_type: "native" };
  const provider = new Provider(address, {
    clients: [client],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  });
  handler = provider.callback();
  return { address, close: closing(server) };
}

/** Goes through the issuer's pages as a person called `login`, and answers the address to which it sends the browser back. */
export async function walkThrough(start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  let url = new URL(start);
  let body: string | undefined;
  for (let step = 0; step < 20; step += 1) {
    if (url.pathname === new URL(REDIRECT).pathname) return url;
    const answer: Response = await fetch(url, {
      redirect: "manual",
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(body === undefined ? {} : { method: "POST", body }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get("location");
    const page = await answer.text();
    const form = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (location !== null) [url, body] = [new URL(location, url), undefined];
    else if (form !== undefined && prompt !== undefined) {
      [url, body] = [
        new URL(form, url),
        new URLSearchParams(prompt === "login" ? { prompt, login, password: "x" } : { prompt }).toString(),
      ];
    } else throw new Error(`The issuer answered ${answer.status}: ${page.slice(0, 300)}`);
  }
  throw new Error("The issuer goes round in circles.");
}

/** What a forged token says, and how it is signed. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly signedBy?: "issuer" | "stranger" | "nobody";
}

/** An issuer that answers every code with the token that the test wants. */
export interface ForgingIssuer extends Issuer {
  /** The next token; the nonce and the verifier's hash are the honest ones unless the claims say otherwise. */
  forge(forgery: Forgery, asked: URL): void;
  /** Whether the last exchange brought the verifier of the challenge that was sent. */
  provedKey(): boolean;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function sign(header: object, claims: object, key: KeyObject | undefined): string {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${key === undefined ? "" : createSign("RSA-SHA256").update(text).sign(key).toString("base64url")}`;
}

/** An issuer under the test's control. */
export async function forgingIssuer(): Promise<ForgingIssuer> {
  const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let token = "";
  let challenge = "";
  let proved = false;
  let base = "";
  const { server, address } = await listen(async (request, response) => {
    const send = (value: unknown): void => void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (request.url === "/.well-known/openid-configuration") {
      return send({
        issuer: base,
        authorization_endpoint: `${base}/authorize`,
        token_endpoint: `${base}/token`,
        jwks_uri: `${base}/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256", "none"],
      });
    }
    if (request.url === "/jwks")
      return send({ keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "own", use: "sig", alg: "RS256" }] });
    let body = "";
    for await (const chunk of request) body += chunk;
    const verifier = new URLSearchParams(body).get("code_verifier") ?? "";
    proved = createHash("sha256").update(verifier).digest("base64url") === challenge;
    return send({ access_token: "opaque", token_type: "Bearer", expires_in: 60, id_token: token });
  });
  base = address;
  return {
    address,
    forge: ({ claims = {}, header = {}, signedBy = "issuer" }, asked) => {
      const now = Math.floor(Date.now() / 1000);
      const honest = { iss: base, aud: CLIENT.id, sub: "person-1", iat: now, exp: now + 300, nonce: asked.searchParams.get("nonce") };
      const key = { issuer: own.privateKey, stranger: stranger.privateKey, nobody: undefined }[signedBy];
      challenge = asked.searchParams.get("code_challenge") ?? "";
      token = sign({ alg: "RS256", kid: "own", ...header }, { ...honest, ...claims }, key);
    },
    provedKey: () => proved,
    close: closing(server),
  };
}
