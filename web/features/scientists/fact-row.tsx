import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LongList } from "./long-list.tsx";

/** A labelled fact; its lines are children. */
export function FactRow({ label, note, children }: { label: string; note?: string | undefined; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>
        {label}
        {note && <span className="badge badge-warning">{note}</span>}
      </dt>
      <dd>
        <LongList>{children}</LongList>
      </dd>
    </div>
  );
}

/** 未知, where no source says. */
export function UnknownLine() {
  const { t } = useTranslation();
  return <span className="unknown">{t("unknown")}</span>;
}
