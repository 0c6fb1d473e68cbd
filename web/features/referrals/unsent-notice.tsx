import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Modal } from "../../ui/modal.tsx";
import { REFERRALS } from "./words.ts";

interface Props {
  readonly drafts: number;
  readonly waiting: number;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Announces, before somebody signs out, what has not been sent and would be lost. */
export function UnsentNotice({ drafts, waiting, onStay, onLeave }: Props) {
  const { t } = useTranslation(REFERRALS);
  const navigate = useNavigate();
  const see = () => {
    onStay();
    void navigate("/referrals?view=mine");
  };
  return (
    <Modal title={t("leave.title")} closeLabel={t("action.close")} onClose={onStay}>
      <p>{t("leave.text", { drafts, waiting })}</p>
      <div className="form-foot">
        <button type="button" className="button button-primary" onClick={see}>
          {t("leave.send")}
        </button>
        <button type="button" className="button" onClick={onStay}>
          {t("leave.stay")}
        </button>
        <button type="button" className="button button-danger" onClick={onLeave}>
          {t("leave.leave")}
        </button>
      </div>
    </Modal>
  );
}
