import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Referrals_OwnFragment } from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useToast } from "../../ui/toast.tsx";
import { kilobytes } from "./file-choice.tsx";
import { MAX_FILES, prepared } from "./photo.ts";
import { removeFile, uploadFile } from "./post.ts";
import { REFERRALS } from "./words.ts";

type Attachment = Referrals_OwnFragment["attachments"][number];

interface Props {
  readonly referralId: string;
  readonly attachments: readonly Attachment[];
  /** Whether files may be added and removed: the ambassador's own, while the claim has not been taken up. */
  readonly mayChange: boolean;
  readonly onChanged: () => void;
}

/** Files of a referral: opened by a press, and added or removed while that is allowed. */
export function Attachments({ referralId, attachments, mayChange, onChanged }: Props) {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const run = async (act: () => Promise<string>) => {
    setBusy(true);
    try {
      toast(await act());
      onChanged();
    } catch (error) {
      toast(errorSentence(error, t, language));
    } finally {
      setBusy(false);
    }
  };
  const add = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    const ready = await prepared(file, attachments.length);
    if (typeof ready === "string") toast(t(`file.${ready}`));
    else await run(async () => uploadFile(referralId, ready).then(() => t("attachment.added")));
  };
  const remove = (id: string) => run(async () => removeFile(id).then(() => t("attachment.removed")));
  if (attachments.length === 0 && !mayChange) return null;
  return (
    <ul className="files-list" aria-label={t("attachments")} aria-busy={busy}>
      {attachments.map(({ id, name, size }) => (
        <li key={id} className="files-item">
          <a className="lookup-cut" href={`/attachments/${id}`} download={name} aria-label={t("attachment.open", { name })}>
            {name}
          </a>
          <span className="secondary">{t("attachment.size", { size: kilobytes(size) })}</span>
          {mayChange && (
            <button type="button" className="icon-button" aria-label={t("attachment.remove", { name })} onClick={() => void remove(id)}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="m3 3 10 10M13 3 3 13" />
              </svg>
            </button>
          )}
        </li>
      ))}
      {mayChange && attachments.length < MAX_FILES && (
        <li>
          <label className="text-button files-button">
            <input
              type="file"
              className="visually-hidden"
              accept="image/*,application/pdf"
              onChange={(event) => void add(event.currentTarget)}
            />
            {t("attachment.add")}
          </label>
        </li>
      )}
    </ul>
  );
}
