import { useTranslation } from "react-i18next";
import type { Contributions_ListQuery } from "../../gql/generated.ts";
import { formatExact } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import { type ContributionsAddress, SHOWN, WAITING } from "./contributions-url.ts";
import { CONTRIBUTIONS } from "./words.ts";

type List = Contributions_ListQuery["contributions"];

interface ToolsProps {
  address: ContributionsAddress;
  list: List | undefined;
  onCondition: (name: "status" | "ambassador", value: string | null) => void;
  onPropose: () => void;
  onSettle: () => void;
}

/** Above the list: its conditions, how many match with how many points, and what can be done. */
export function ContributionsTools({ address, list, onCondition, onPropose, onSettle }: ToolsProps) {
  const { t } = useTranslation(CONTRIBUTIONS);
  const { shown, ambassador } = address;
  const name = list?.edges.find(({ node }) => node.ambassador.id === ambassador)?.node.ambassador.name ?? ambassador;
  return (
    <div className="page-tools">
      <select
        className="select"
        aria-label={t("column.status")}
        value={shown}
        onChange={(event) => onCondition("status", event.target.value === WAITING ? null : event.target.value)}
      >
        {SHOWN.map((one) => (
          <option key={one} value={one}>
            {t(`shown.${one}`)}
          </option>
        ))}
      </select>
      {name && (
        <Chip label={t("ofAmbassador", { name })} removeLabel={t("removeAmbassador")} onRemove={() => onCondition("ambassador", null)} />
      )}
      {list && <span className="secondary">{t("sum", { n: formatExact(list.totalCount), points: formatExact(list.totalPoints) })}</span>}
      {list && list.demoCount > 0 && <span className="badge badge-warning">{t("demoSum", { n: formatExact(list.demoCount) })}</span>}
      <span className="contributions-deeds">
        <button type="button" className="button" onClick={onPropose}>
          {t("propose.open")}
        </button>
        <button type="button" className="button button-primary" onClick={onSettle}>
          {t("settle.open")}
        </button>
      </span>
    </div>
  );
}
