import { useState } from "react";

/** Copies a text, and says for a moment that it did. Where the browser forbids it, the text beside it can still be selected. */
export function CopyButton({ text, label, doneLabel }: { text: string; label: string; doneLabel: string }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setDone(copied ?? false);
  };
  return (
    <button type="button" className="button" onClick={() => void copy()}>
      {done ? doneLabel : label}
    </button>
  );
}
