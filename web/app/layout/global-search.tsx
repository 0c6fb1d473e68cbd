import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../../lib/use-media.ts";
import { useDismiss } from "../../ui/use-dismiss.ts";
import { Suggestions } from "./suggestions.tsx";
import { useGlobalSearch } from "./use-global-search.ts";

/** At the end of the box: the key that leads to it, or once something is typed the way to empty it. */
function BoxEnd({ search }: { search: ReturnType<typeof useGlobalSearch> }) {
  const { t } = useTranslation();
  const clear = () => {
    search.type("");
    search.submit("");
    search.input.current?.focus();
  };
  if (search.text === "")
    return (
      <kbd className="key-hint" title={t("search.hint")}>
        /
      </kbd>
    );
  return (
    <button type="button" className="global-search-clear" aria-label={t("action.clear")} onClick={clear}>
      <svg
        viewBox="0 0 16 16"
        width="12"
        height="12"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="m3 3 10 10M13 3 3 13" />
      </svg>
    </button>
  );
}

/** Search box in the header of every page, with the best matches as one types. */
export function GlobalSearch() {
  const { t } = useTranslation();
  const phone = usePhone();
  const search = useGlobalSearch();
  const host = useRef<HTMLElement>(null);
  const listId = useId();
  const { setOpen } = search;
  useDismiss(search.open, host, () => setOpen(false));
  const showing = search.open && search.text.trim() !== "";
  return (
    <search className="global-search" ref={host}>
      <div className="global-search-box">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="9" cy="9" r="6" />
          <path d="m13.5 13.5 4 4" />
        </svg>
        <input
          ref={search.input}
          className="global-search-input"
          type="search"
          role="combobox"
          aria-label={t("search.label")}
          aria-expanded={showing}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={showing && search.active >= 0 ? `${listId}-${search.active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={200}
          placeholder={t(phone ? "search.placeholderShort" : "search.placeholder")}
          value={search.text}
          onChange={(event) => search.type(event.target.value)}
          onKeyDown={search.onKeyDown}
        />
        <BoxEnd search={search} />
      </div>
      {showing && <Suggestions id={listId} search={search} />}
    </search>
  );
}
