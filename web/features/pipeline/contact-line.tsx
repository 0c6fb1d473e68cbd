import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Pipeline_ContactFragment, Pipeline_KeepPromiseDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { renewWork } from "../../lib/use-live.ts";
import { useStep } from "../../lib/use-step.ts";
import { DueDay } from "./due-words.tsx";
import { PIPELINE } from "./words.ts";

type Promised = Pipeline_ContactFragment["promises"][number];

function PromiseLine({ promise }: { promise: Promised }) {
  const { t } = useTranslation(PIPELINE);
  const client = useQueryClient();
  const { run, busy, fault } = useStep(async () => {
    const { keepPromise: answer } = await request(Pipeline_KeepPromiseDocument, { id: promise.id, keptOn: null });
    if (answer.__typename !== "EngagementSaved" && "message" in answer) return { field: null, message: answer.message };
    await renewWork(client);
    return null;
  });
  return (
    <li className="pl-promise">
      <span>
        {t("promise.mark")} {promise.text}{" "}
        {promise.keptOn ? (
          <span className="badge badge-success">{t("promise.keptOn", { date: promise.keptOn })}</span>
        ) : (
          promise.dueOn && <DueDay dueOn={promise.dueOn} />
        )}
      </span>
      {!promise.keptOn && (
        <button
          type="button"
          className="text-button"
          aria-disabled={busy}
          aria-label={t("promise.keepOf", { text: promise.text })}
          onClick={() => void run()}
        >
          {t("promise.keep")}
        </button>
      )}
      {fault && (
        <span className="field-error" role="alert">
          {fault.message}
        </span>
      )}
    </li>
  );
}

/** One contact: when, how, by whom, what was said and promised. */
export function ContactLine({ contact }: { contact: Pipeline_ContactFragment }) {
  const { t } = useTranslation(PIPELINE);
  return (
    <div className="pl-contact">
      <p className="secondary">
        {contact.on} · {t(`kind.${contact.kind}`)} · {contact.by.name}
        {contact.language && ` · ${t([`tongue.${contact.language}`, "tongue.other"], { code: contact.language })}`}
      </p>
      <p className="pl-said">{contact.summary}</p>
      {contact.promises.length > 0 && (
        <ul>
          {contact.promises.map((promise) => (
            <PromiseLine key={promise.id} promise={promise} />
          ))}
        </ul>
      )}
    </div>
  );
}
