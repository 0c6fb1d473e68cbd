import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SelectField, TextField } from "../../ui/field.tsx";
import { conditionsSet, type FindState, HOPS, LINKS, STARTS } from "./find-url.ts";
import { ThingsField } from "./thing-picker.tsx";
import { INTRODUCTIONS } from "./words.ts";

interface Props {
  readonly state: FindState;
  readonly onState: (state: FindState) => void;
}

function StartChoice({ state, onState }: Props) {
  const { t } = useTranslation(INTRODUCTIONS);
  return (
    <fieldset className="intro-start">
      <legend className="field-label">{t("start.label")}</legend>
      {STARTS.map((one) => (
        <label key={one} className="check">
          <input type="radio" name="start" checked={state.start === one} onChange={() => onState({ ...state, start: one })} />
          {t(`start.${one}`)}
        </label>
      ))}
      {state.start === "ours" && <p className="field-hint">{t("start.oursHint")}</p>}
      {state.start !== "ours" && (
        <ThingsField
          key={state.start}
          kind={state.start}
          label={t(`start.pick.${state.start}`)}
          ids={state[state.start]}
          onIds={(ids) => onState({ ...state, [state.start]: ids })}
        />
      )}
    </fieldset>
  );
}

function KindChoice({ state, onState }: Props) {
  const { t } = useTranslation(INTRODUCTIONS);
  return (
    <fieldset className="intro-kinds">
      <legend className="field-label">{t("kinds")}</legend>
      {LINKS.map((link) => {
        const left = state.without.includes(link);
        const without = left
          ? state.without.filter((each) => each !== link)
          : LINKS.filter((each) => each === link || state.without.includes(each));
        return (
          <label key={link} className="check">
            <input type="checkbox" checked={!left} onChange={() => onState({ ...state, without })} />
            {t(`link.${link}`)}
          </label>
        );
      })}
    </fieldset>
  );
}

const YEAR = /^(?:19|20)\d{2}$/;

function SinceField({ state, onState }: Props) {
  const { t } = useTranslation(INTRODUCTIONS);
  const [typed, setTyped] = useState(state.since === null ? "" : String(state.since));
  const wrong = typed !== "" && !YEAR.test(typed);
  return (
    <TextField
      label={t("since.label")}
      hint={t("since.hint")}
      error={wrong && typed.length >= 4 ? t("since.wrong") : null}
      inputMode="numeric"
      maxLength={4}
      placeholder="2015"
      value={typed}
      onChange={(event) => {
        const next = event.target.value.trim();
        setTyped(next);
        const since = YEAR.test(next) ? Number(next) : null;
        if ((next === "" || since !== null) && since !== state.since) onState({ ...state, since });
      }}
    />
  );
}

/** From whom, and by which links, introductions are looked for. What is rarely set lies folded away until it is. */
export function Conditions({ state, onState }: Props) {
  const { t } = useTranslation(INTRODUCTIONS);
  const count = conditionsSet(state);
  return (
    <>
      <StartChoice state={state} onState={onState} />
      <details className="intro-more" open={count > 0 || undefined}>
        <summary>{count > 0 ? t("moreSet", { count }) : t("more")}</summary>
        <div className="intro-more-body">
          <SelectField
            label={t("hops.label")}
            value={state.hops}
            onChange={(event) => onState({ ...state, hops: HOPS.find((one) => String(one) === event.target.value) ?? state.hops })}
          >
            {HOPS.map((hops) => (
              <option key={hops} value={hops}>
                {hops === 1 ? t("hops.direct") : t("hops.value", { count: hops })}
              </option>
            ))}
          </SelectField>
          <SinceField key={state.since ?? ""} state={state} onState={onState} />
          <KindChoice state={state} onState={onState} />
          <ThingsField
            kind="people"
            label={t("notThrough")}
            ids={state.notThrough}
            onIds={(notThrough) => onState({ ...state, notThrough })}
          />
        </div>
      </details>
    </>
  );
}
