import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";

/** Says that the network that was to be drawn on the map is not in this window any more, and where networks are. */
export function NetworkGone() {
  const { t } = useTranslation("map");
  return (
    <EmptyState
      page
      title={t("network.gone")}
      detail={t("network.goneDetail")}
      action={
        <Link className="button button-primary" to="/network">
          {t("network.explore")}
        </Link>
      }
    />
  );
}
