import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Contacts_OfPersonDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { useMay } from "../../lib/session.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { AddContact } from "./add-contact.tsx";
import { ContactItem } from "./contact-item.tsx";
import { CONTACTS } from "./words.ts";
import "../../styles/contacts.css";

/** Ways to reach a person, masked; for those who may see them. The clear text is asked for one at a time, with a reason. */
export function ContactPanel({ scientistId }: { scientistId: string }) {
  const { t } = useTranslation(CONTACTS);
  const client = useQueryClient();
  const writes = useMay("WRITE_CONTACTS");
  const { data, error, refetch } = useGraphql(Contacts_OfPersonDocument, { id: scientistId });
  const [adding, setAdding] = useState(false);
  const contacts = data?.scientist?.contacts;
  const renew = () => void client.invalidateQueries({ queryKey: [Contacts_OfPersonDocument.operationName] });
  return (
    <section className="profile-section contacts">
      <div className="card-head">
        <h2>{t("title")}</h2>
        {writes && (
          <button type="button" className="text-button" onClick={() => setAdding(true)}>
            {t("add.open")}
          </button>
        )}
      </div>
      <Arriving ready={contacts !== undefined} error={error} retry={() => void refetch()} height={48}>
        {contacts?.length === 0 ? (
          <p className="unknown">{t(writes ? "noneWrites" : "none")}</p>
        ) : (
          <ul className="contacts-list">
            {contacts?.map((contact) => (
              <ContactItem key={contact.id} contact={contact} onChanged={renew} />
            ))}
          </ul>
        )}
      </Arriving>
      {adding && <AddContact scientistId={scientistId} onClose={() => setAdding(false)} onDone={renew} />}
    </section>
  );
}
