import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Contacts_PointFragment, Contacts_RemoveDocument, Contacts_RevealDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { useMay } from "../../lib/session.ts";
import { refusalIn } from "../../lib/use-step.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { SHOWN_SECONDS, useClearText } from "./use-clear-text.ts";
import { CONTACTS } from "./words.ts";

/** One way to reach a person: masked, with its basis and source. */
export function ContactItem({ contact, onChanged }: { contact: Contacts_PointFragment; onChanged: () => void }) {
  const { t } = useTranslation(CONTACTS);
  const writes = useMay("WRITE_CONTACTS");
  const clear = useClearText();
  const [asking, setAsking] = useState<"reveal" | "remove" | null>(null);
  const close = () => setAsking(null);
  const reveal = async (reason: string) => {
    const { revealContact: answer } = await request(Contacts_RevealDocument, { id: contact.id, reason });
    if (answer.__typename !== "ContactRevealed") return refusalIn(answer);
    clear.show(answer.value);
    close();
    return null;
  };
  const remove = async (reason: string) => {
    const refused = refusalIn((await request(Contacts_RemoveDocument, { id: contact.id, reason })).removeContact);
    if (refused) return refused;
    close();
    onChanged();
    return null;
  };
  return (
    <li className="contact">
      <div className="contact-line">
        <span className="contact-kind">{t(`kind.${contact.kind}`)}</span>
        <span className="contact-value" data-clear={clear.value !== null} aria-live="polite">
          {clear.value ?? contact.masked}
        </span>
        {contact.demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
      </div>
      <p className="secondary">
        {t("basisLine", { basis: t(`basis.${contact.lawfulBasis}`), source: contact.statedSource, date: contact.obtainedOn })}
      </p>
      <div className="records-actions">
        {clear.value === null ? (
          <button
            type="button"
            className="text-button"
            aria-label={`${t("reveal.open")} ${t(`kind.${contact.kind}`)}`}
            onClick={() => setAsking("reveal")}
          >
            {t("reveal.open")}
          </button>
        ) : (
          <>
            <span className="secondary">{t("reveal.shown", { count: SHOWN_SECONDS })}</span>
            <button type="button" className="text-button" onClick={clear.hide}>
              {t("reveal.hide")}
            </button>
          </>
        )}
        {writes && (
          <button
            type="button"
            className="text-button text-danger"
            aria-label={`${t("remove.open")} ${t(`kind.${contact.kind}`)}`}
            onClick={() => setAsking("remove")}
          >
            {t("remove.open")}
          </button>
        )}
      </div>
      {asking && <ReasonDialog key={asking} kind={asking} act={asking === "reveal" ? reveal : remove} onClose={close} />}
    </li>
  );
}
