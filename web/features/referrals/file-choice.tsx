import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EntryFile } from "./entry.ts";
import { MAX_FILES, prepared } from "./photo.ts";
import { RemoveButton } from "./remove-button.tsx";
import { REFERRALS } from "./words.ts";

const ACCEPT = "image/jpeg,image/png,image/webp,application/pdf";

/** Size of a file in whole kilobytes, at least one. */
export function kilobytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1024));
}

function Pickers({ disabled, onTake }: { disabled: boolean; onTake: (input: HTMLInputElement) => void }) {
  const { t } = useTranslation(REFERRALS);
  const pickers = [
    { word: t("form.photo"), accept: "image/*", capture: "environment" },
    { word: t("form.file"), accept: ACCEPT, capture: undefined },
  ] as const;
  return (
    <div className="files-add">
      {pickers.map(({ word, accept, capture }) => (
        <label key={word} className="button files-button">
          <input
            type="file"
            className="visually-hidden"
            accept={accept}
            capture={capture}
            disabled={disabled}
            onChange={(event) => onTake(event.currentTarget)}
          />
          {word}
        </label>
      ))}
    </div>
  );
}

/** Photographs or chooses files to go with a referral. Photos are redrawn here, in the browser. */
export function FileChoice({ files, onChange }: { files: readonly EntryFile[]; onChange: (files: readonly EntryFile[]) => void }) {
  const { t } = useTranslation(REFERRALS);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (input: HTMLInputElement) => {
    setFault(null);
    const chosen = [...(input.files ?? [])];
    input.value = "";
    const taken = [...files];
    for (const file of chosen) {
      const ready = await prepared(file, taken.length);
      if (typeof ready === "string") setFault(t(`file.${ready}`));
      else taken.push(ready);
    }
    if (taken.length > files.length) onChange(taken);
  };
  return (
    <fieldset className="choices">
      <legend className="field-label">{t("form.files")}</legend>
      <Pickers disabled={files.length >= MAX_FILES} onTake={(input) => void take(input)} />
      {files.length > 0 && (
        <ul className="files-list">
          {files.map((file) => (
            <li key={file.id} className="files-item">
              <span className="lookup-cut">{file.name}</span>
              <span className="secondary">{t("attachment.size", { size: kilobytes(file.blob.size) })}</span>
              <RemoveButton
                label={t("form.removeFile", { name: file.name })}
                onRemove={() => onChange(files.filter(({ id }) => id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="field-hint">{t("form.filesHint")}</div>
      <p className="field-error" role="alert">
        {fault}
      </p>
    </fieldset>
  );
}
