import { Children, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatExact } from "../../lib/format.ts";
import { Folded } from "../../ui/folded.tsx";

/** Lines of one fact shown before the rest is folded away. */
const SHOWN = 10;

/** Children of which all but the first ten are folded away until they are asked for, with how many there are in all. */
export function LongList({ list, children }: { list?: { as: "ul" | "ol"; className?: string }; children: ReactNode }) {
  const { t } = useTranslation();
  const n = formatExact(Children.toArray(children).length);
  return (
    <Folded shown={SHOWN} moreLabel={t("filter.moreOf", { n })} lessLabel={t("filter.less")} {...(list ? { list } : {})}>
      {children}
    </Folded>
  );
}
