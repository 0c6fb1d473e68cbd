import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { Pipeline_DismissReminderDocument, Pipeline_RemindersDocument, type Pipeline_RemindersQuery } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { errorSentence } from "../../lib/error-sentence.ts";
import { request } from "../../lib/graphql-client.ts";
import { useMay } from "../../lib/session.ts";
import { graphqlOptions, useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { useToast } from "../../ui/toast.tsx";
import { DueDay } from "./due-words.tsx";
import { reminderHref } from "./reminders.ts";
import { PIPELINE } from "./words.ts";
import "./reminders.css";

type Reminder = Pipeline_RemindersQuery["reminders"][number];

const BELL = <path d="M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 2h-15l1.5-2ZM10 20.5a2.2 2.2 0 0 0 4 0" />;
/** More than this many are not counted out on the bell. */
const MOST = 99;

function useDismiss() {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const { queryKey } = graphqlOptions(Pipeline_RemindersDocument, {});
  return async (id: string) => {
    const before = client.getQueryData<Pipeline_RemindersQuery>(queryKey);
    client.setQueryData<Pipeline_RemindersQuery>(
      queryKey,
      (data) => data && { reminders: data.reminders.filter((each) => each.id !== id) },
    );
    try {
      const { dismissReminder: answer } = await request(Pipeline_DismissReminderDocument, { id });
      if (answer.__typename === "ReminderDismissed") return;
      if ("message" in answer) toast(answer.message);
    } catch (error) {
      toast(errorSentence(error, t, language));
    }
    client.setQueryData(queryKey, before);
  };
}

function ReminderLine({
  reminder,
  officer,
  onOpen,
  onDismiss,
}: {
  reminder: Reminder;
  officer: boolean;
  onOpen: () => void;
  onDismiss: () => void;
}) {
  const { t } = useTranslation(PIPELINE);
  const { kind, personName, text, on, overdue } = reminder;
  const dated = kind === "NEXT_STEP" || kind === "PROMISE" || kind === "CLAIM_LAPSING";
  const href = reminderHref(reminder, officer);
  return (
    <li className="reminder" data-overdue={overdue}>
      <div className="reminder-what">
        <p className="secondary">
          {t(`reminder.kind.${kind}`)} · {dated ? <DueDay dueOn={on} /> : on}
        </p>
        {href ? (
          <Link to={href} onClick={onOpen}>
            {personName}
          </Link>
        ) : (
          <strong>{personName}</strong>
        )}
        <p className="reminder-text">{text}</p>
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={t("reminder.dismissOf", { name: personName })}
        title={t("reminder.dismiss")}
        onClick={onDismiss}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m3 3 10 10M13 3 3 13" />
        </svg>
      </button>
    </li>
  );
}

/** The bell of the header: what the viewer should do or know, with the way to it. */
export function ReminderBell() {
  const { t } = useTranslation(PIPELINE);
  const client = useQueryClient();
  const officer = useMay("WORK_PIPELINE");
  const { pathname } = useLocation();
  const { data, error, refetch } = useGraphql(Pipeline_RemindersDocument, {});
  const dismiss = useDismiss();
  useEffect(() => {
    // Another page is a fresh look: asked again there when the answer is a minute old.
    if (pathname) void client.refetchQueries({ queryKey: [Pipeline_RemindersDocument.operationName], stale: true });
  }, [client, pathname]);
  const reminders = data?.reminders;
  const count = reminders?.length ?? 0;
  const overdue = reminders?.some((each) => each.overdue) ?? false;
  return (
    <PopoverButton
      className="bell"
      title={count > 0 ? t("reminder.count", { count }) : t("reminder.title")}
      label={
        <>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            {BELL}
          </svg>
          {count > 0 && (
            <span className="bell-count" data-overdue={overdue} aria-hidden="true">
              {count > MOST ? `${MOST}+` : count}
            </span>
          )}
        </>
      }
    >
      {(close) => (
        <div className="reminders">
          <h2>{t("reminder.title")}</h2>
          <Arriving ready={reminders !== undefined} error={error} retry={() => void refetch()} height={96}>
            {count === 0 ? (
              <p className="reminders-none">{t("reminder.none")}</p>
            ) : (
              <ul>
                {reminders?.map((reminder) => (
                  <ReminderLine
                    key={reminder.id}
                    reminder={reminder}
                    officer={officer}
                    onOpen={close}
                    onDismiss={() => void dismiss(reminder.id)}
                  />
                ))}
              </ul>
            )}
          </Arriving>
        </div>
      )}
    </PopoverButton>
  );
}
