import fc from "fast-check";
import { describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { ask, fetchSigned, graphql, totalOf } from "../support/http.ts";

const INSIDE = /neo4j|cypher|MATCH \(|node_modules|\/work\/|\.ts:\d|at Object\.|stack/i;

describe("refusals", () => {
  it("refuses a page of more than 200 with one sentence and changes nothing", async () => {
    const { errors, data, status } = await graphql("{ scientists(first: 201) { totalCount } }");
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors?.[0]?.message).toContain("200");
    expect(errors?.[0]?.extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
    const page = z.object({ scientists: z.object({ edges: z.array(z.object({ cursor: z.string() })) }) });
    const allowed = await ask(page, "{ scientists(first: 200) { edges { cursor } } }");
    expect(allowed.scientists.edges).toHaveLength(200);
  });

  it("speaks the caller's language", async () => {
    const { errors } = await graphql("{ scientists(first: 201) { totalCount } }", {}, { "accept-language": "en-GB,en;q=0.9" });
    expect(errors?.[0]?.message).toBe("A page holds at most 200 people; set first to 0–200.");
  });

  it("refuses a cursor it did not make and a text that is too long", async () => {
    const cursor = await graphql('{ scientists(after: "bm9uc2Vuc2U") { edges { cursor } } }');
    expect(cursor.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    const long = await graphql("query ($q: String) { scientists(query: $q) { totalCount } }", { q: "量".repeat(501) });
    expect(long.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("answers null for ids that do not exist", async () => {
    const { data, errors } = await graphql('{ scientist(id: "nobody") { id } institution(id: "nowhere") { id } place(id: "x") { id } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ scientist: null, institution: null, place: null });
  });

  it("treats an unknown id in a filter as matching nobody", async () => {
    expect(await totalOf({ fields: ["01JUNKJUNKJUNKJUNKJUNKJUNK"] })).toBe(0);
  });

  it("blocks GET, plain-text posts and batches", async () => {
    const origin = inject("origin");
    const authorization = `Bearer ${inject("token")}`;
    const get = await fetch(`${origin}/graphql?query=${encodeURIComponent("{viewer{id}}")}`, { headers: { authorization } });
    expect(get.status).toBe(400);
    const plain = await fetch(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "text/plain", authorization },
      body: '{"query":"{viewer{id}}"}',
    });
    expect(plain.status).toBe(400);
    const batch = await fetch(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization },
      body: '[{"query":"{viewer{id}}"}]',
    });
    expect(batch.status).toBe(400);
  });

  it("refuses a broken export address in one sentence", async () => {
    const answer = await fetchSigned(`/export/scientists.csv?filter=${encodeURIComponent('{"fields":"x"}')}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "BAD_USER_INPUT" });
  });

  it("survives hostile text in every argument without a fault or a word about the inside", async () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(
        "' }) DETACH DELETE n //",
        "`}] RETURN 1",
        '"; CALL db.labels()',
        "a:* OR *:*",
        "[[[[",
        "\\",
        "~9999",
        "\u0000",
        "{{7*7}}",
        "__proto__",
        "AND",
        "(((",
        "\ud800",
      ),
    );
    const before = await totalOf({});
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (text, id) => {
        const answer = await graphql(
          "query ($q: String, $f: ScientistFilter, $id: ID!) { scientists(query: $q, filter: $f, first: 3) { totalCount edges { matched { text } } } scientist(id: $id) { id } talentMap(view: BIRTHPLACE, zoom: 2, query: $q) { total } }",
          { q: text, id, f: { fields: [id], birthPlaces: [id], birthDecades: [id] } },
        );
        expect(answer.status).toBe(200);
        expect(answer.errors).toBeUndefined();
        expect(answer.text.replace(JSON.stringify(text), "")).not.toMatch(INSIDE);
      }),
      { numRuns: 200 },
    );
    expect(await totalOf({})).toBe(before);
  });
});

describe("plain HTTP", () => {
  it("answers health, readiness and metrics", async () => {
    const origin = inject("origin");
    expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ status: "ok" });
    expect(await (await fetch(`${origin}/readyz`)).json()).toMatchObject({ status: "ready", size: await totalOf({}) });
    expect(await (await fetch(`${origin}/metrics`)).text()).toMatch(/^read_model_people \d+$/m);
  });

  it("sends a policy that allows this host only", async () => {
    const answer = await fetch(`${inject("origin")}/scientists`);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("answers the root and every page of the app with the page, never cached", async () => {
    for (const path of ["/", "/map", "/scientists/01KDVDNA006HSSGH04MG7WP9M2"]) {
      const answer = await fetch(`${inject("origin")}${path}`);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get("cache-control"), path).toBe("no-cache");
      expect(await answer.text(), path).toContain('<div id="root">');
    }
  });

  it("answers an unknown address with a plain sentence", async () => {
    const answer = await fetch(`${inject("origin")}/assets/none.js`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: "NOT_FOUND" });
  });
});
