import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Referrals_OwnFragment } from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useToast } from "../../ui/toast.tsx";
import { kilobytes } from "./file-choice.tsx";
import { MAX_FILES, prepared } from "./photo.ts";
import { removeFile, uploadFile } from "./post.ts";
import { RemoveButton } from "./remove-button.tsx";
import { REFERRALS } from "./words.ts";

type Attachment = Referrals_OwnFragment["attachments"][number];

interface Props {
  readonly referralId: string;
  readonly attachments: readonly Attachment[];
  /** Whether files may be added and removed: the ambassador's own, while the claim has not been taken up. */
  readonly mayChange: boolean;
  readonly onChanged: () => void;
}

/** Adds and removes files of a referral, and says what became of it. */
function useFiles(referralId: string, there: number, onChanged: () => void) {
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
    const ready = await prepared(file, there);
    if (typeof ready === "string") toast(t(`file.${ready}`));
    else await run(async () => uploadFile(referralId, ready).then(() => t("attachment.added")));
  };
  const remove = (id: string) => run(async () => removeFile(id).then(() => t("attachment.removed")));
  return { busy, add, remove };
}

/** Files of a referral: opened by a press, and added or removed while that is allowed. */
export function Attachments({ referralId, attachments, mayChange, onChanged }: Props) {
  const { t } = useTranslation(REFERRALS);
  const { busy, add, remove } = useFiles(referralId, attachments.length, onChanged);
  if (attachments.length === 0 && !mayChange) return null;
  return (
    <ul className="files-list" aria-label={t("attachments")} aria-busy={busy}>
      {attachments.map(({ id, name, size }) => (
        <li key={id} className="files-item">
          <a className="lookup-cut" href={`/attachments/${id}`} download={name} aria-label={t("attachment.open", { name })}>
            {name}
          </a>
          <span className="secondary">{t("attachment.size", { size: kilobytes(size) })}</span>
          {mayChange && <RemoveButton label={t("attachment.remove", { name })} onRemove={() => void remove(id)} />}
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
