import { useTranslation } from "react-i18next";
import { formatTime } from "../../lib/time.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ACCOUNTS } from "./words.ts";

/** A link by which the owner of an account sets a password. */
export interface OneTimeLink {
  readonly link: string;
  readonly expiresAt: string;
}

/** Shows the link the one time that it is told, to be handed to its owner. */
export function OneTimeLinkShown({ link, name, onDone }: { link: OneTimeLink; name: string; onDone: () => void }) {
  const { t } = useTranslation(ACCOUNTS);
  const address = new URL(link.link, window.location.origin).href;
  return (
    <>
      <div className="once" role="status">
        <p>{t("link.text", { name, time: formatTime(link.expiresAt) })}</p>
        <code>{address}</code>
        <div className="form-foot">
          <CopyButton text={address} label={t("link.copy")} doneLabel={t("link.copied")} />
        </div>
      </div>
      <div className="form-foot">
        <button type="button" className="button button-primary" onClick={onDone}>
          {t("link.done")}
        </button>
      </div>
    </>
  );
}
