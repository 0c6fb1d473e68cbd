import { useTranslation } from "react-i18next";
import { nameOf, placeLabel } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { FactLine } from "./evidence.tsx";
import { FactRow, UnknownLine } from "./fact-row.tsx";
import { type Account, accountsOf, disagree, type Footnotes } from "./facts-model.ts";
import type { Person } from "./person-types.ts";

interface Props {
  person: Person;
  footnotes: Footnotes;
}

const conflictOf = (account: Account, all: readonly Account[]) =>
  !account.agrees ? "other" : account.inUse && disagree(all) ? "inUse" : undefined;

/** A property with one value in use; every account is shown where sources disagree. */
export function ScalarFact({
  person,
  footnotes,
  property,
  value,
  word,
}: Props & { property: string; value: string | null; word?: (value: string) => string }) {
  const { t } = useTranslation();
  const accounts = accountsOf(person.facts, property);
  const label = t(`person.${property}`);
  if (accounts.length === 0)
    return (
      <FactRow label={label}>
        {value === null ? (
          <UnknownLine />
        ) : (
          <FactLine facts={[]} footnotes={footnotes}>
            <span>{word ? word(value) : value}</span>
            <span className="secondary">{t("person.noSource")}</span>
          </FactLine>
        )}
      </FactRow>
    );
  return (
    <FactRow label={label} note={disagree(accounts) ? t("person.conflict") : undefined}>
      {accounts.map((account) => (
        <FactLine key={account.value} facts={account.facts} footnotes={footnotes} conflict={conflictOf(account, accounts)}>
          <span>{word ? word(account.value) : account.value}</span>
        </FactLine>
      ))}
    </FactRow>
  );
}

/** Birthplace or ancestral home: the place in use with its precision, other accounts in the source's words. */
export function PlaceFact({ person, footnotes, property }: Props & { property: "birthPlace" | "ancestralHome" }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = person[property];
  const accounts = accountsOf(person.facts, property);
  const tie = person.sichuanChongqingTies.includes(property === "birthPlace" ? "BIRTHPLACE" : "ANCESTRAL_HOME");
  const shown =
    accounts.length > 0
      ? accounts
      : place
        ? [{ value: nameOf(place, language), resolvedId: place.id, inUse: true, agrees: true, facts: [] }]
        : [];
  return (
    <FactRow label={t(`person.${property}`)} note={disagree(accounts) ? t("person.conflict") : undefined}>
      {shown.length === 0 && <UnknownLine />}
      {shown.map((account) => (
        <FactLine key={account.value} facts={account.facts} footnotes={footnotes} conflict={conflictOf(account, accounts)}>
          {place && account.inUse ? (
            <>
              <span>{placeLabel(place, language)}</span>
              <span className="secondary">{t(`precision.${place.level}`)}</span>
              {tie && <span className="badge badge-tie">{t(`tie.${property === "birthPlace" ? "BIRTHPLACE" : "ANCESTRAL_HOME"}`)}</span>}
            </>
          ) : (
            <span>{account.value}</span>
          )}
        </FactLine>
      ))}
    </FactRow>
  );
}
