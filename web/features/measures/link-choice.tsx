import { useTranslation } from "react-i18next";
import type { IntroductionLink } from "../../gql/generated.ts";
import { NETWORK_LINKS } from "../../lib/network-view.ts";
import { MEASURES } from "./words.ts";

/** Links that can be measured: joint projects are part of the joint works. */
const MEASURED = NETWORK_LINKS.filter((link) => link !== "PROJECT");

/** Kinds of link that count, each with a box to tick. */
export function LinkChoice({ links, onChange }: { links: readonly IntroductionLink[]; onChange: (links: IntroductionLink[]) => void }) {
  const { t } = useTranslation(MEASURES);
  return (
    <fieldset className="measure-links">
      <legend className="field-label">{t("links")}</legend>
      {MEASURED.map((link) => (
        <label key={link} className="measure-link">
          <input
            type="checkbox"
            checked={links.includes(link)}
            onChange={(event) => onChange(MEASURED.filter((one) => (one === link ? event.target.checked : links.includes(one))))}
          />
          {t(`link.${link}`)}
        </label>
      ))}
    </fieldset>
  );
}
