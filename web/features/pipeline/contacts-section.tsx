import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Folded } from "../../ui/folded.tsx";
import { ContactLine } from "./contact-line.tsx";
import type { FullEngagement } from "./engagement-types.ts";
import { LogContact } from "./log-contact.tsx";
import { PIPELINE } from "./words.ts";

/** What was said with the person under this engagement, and the latest contact of anybody when it was under another. */
export function ContactsSection({ engagement }: { engagement: FullEngagement }) {
  const { t } = useTranslation(PIPELINE);
  const [logging, setLogging] = useState(false);
  const { contacts, lastContact, status } = engagement;
  const elsewhere = lastContact && lastContact.engagementId !== engagement.id ? lastContact : null;
  return (
    <section className="pl-part">
      <div className="card-head">
        <h3>{t("contacts.title")}</h3>
        {(status === "OPEN" || status === "PAUSED") && (
          <button type="button" className="button" onClick={() => setLogging(true)}>
            {t("contacts.log")}
          </button>
        )}
      </div>
      {elsewhere && (
        <div className="pl-elsewhere">
          <p className="secondary">{t("contacts.elsewhere")}</p>
          <ContactLine contact={elsewhere} />
        </div>
      )}
      {contacts.length === 0 ? (
        <p className="unknown">{t("contacts.none")}</p>
      ) : (
        <Folded
          shown={5}
          moreLabel={t("contacts.more", { count: contacts.length })}
          lessLabel={t("contacts.less")}
          list={{ as: "ol", className: "pl-log" }}
        >
          {contacts.map((contact) => (
            <li key={contact.id}>
              <ContactLine contact={contact} />
            </li>
          ))}
        </Folded>
      )}
      {logging && <LogContact engagement={engagement} onClose={() => setLogging(false)} />}
    </section>
  );
}
