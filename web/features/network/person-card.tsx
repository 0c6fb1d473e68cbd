import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatExact, nameOf } from "../../lib/format.ts";
import { useDirections } from "../../lib/use-directions.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { DirectionTag } from "../../ui/direction-tag.tsx";
import { CloseButton } from "./close-button.tsx";
import { ExpandForm } from "./expand-form.tsx";
import { type Person, shownName, workOf } from "./person.ts";
import { broughtThrough, type Expansion, type Scene, type SceneEdge } from "./scene.ts";
import type { Reading } from "./use-explorer.ts";

/** Links listed at once; the table has all of them. */
const MOST_LISTED = 60;

interface Props {
  readonly person: Person;
  readonly scene: Scene;
  readonly edges: readonly SceneEdge[];
  readonly people: ReadonlyMap<string, Person>;
  readonly busy: Reading["busy"];
  readonly onExpand: (expansion: Expansion) => void;
  readonly onCollapse: () => void;
  readonly onPin: () => void;
  readonly onRemove: () => void;
  readonly onRecentre: () => void;
  readonly onPair: (other: string) => void;
  readonly onClose: () => void;
}

function Head({ person, onClose }: Pick<Props, "person" | "onClose">) {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const directions = useDirections()(person.fields);
  const name = shownName(person, language);
  const other = language === "zh" ? person.nameEn : person.nameZh;
  return (
    <>
      <header className="network-card-head">
        <div>
          <h2>{name}</h2>
          {other && other !== name && <p className="secondary">{other}</p>}
        </div>
        <CloseButton label={t("person.close")} onClose={onClose} />
      </header>
      {person.isScientist === false ? (
        <p className="secondary">{t("person.author")}</p>
      ) : (
        <p>{workOf(person, language) ?? <span className="unknown">{t("person.unknownWork")}</span>}</p>
      )}
      {directions.length > 0 && (
        <p className="network-tags">
          {directions.map(({ direction, field }) => (
            <DirectionTag key={direction} direction={direction} letter={t(`direction.${direction}`)} label={nameOf(field, language)} />
          ))}
        </p>
      )}
    </>
  );
}

function LinkList({ person, edges, people, onPair }: Pick<Props, "person" | "edges" | "people" | "onPair">) {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const own = edges.filter(({ source, target }) => source === person.id || target === person.id);
  if (own.length === 0) return <p className="secondary">{t("person.noLinks")}</p>;
  return (
    <ul className="network-ties">
      {own.slice(0, MOST_LISTED).map((edge) => {
        const id = edge.source === person.id ? edge.target : edge.source;
        const other = people.get(id);
        const name = other === undefined ? id : shownName(other, language);
        const kinds = edge.links.map((link) => t(`link.${link}`)).join(t("comma"));
        return (
          <li key={id}>
            <button type="button" aria-label={t("person.linkWith", { name })} onClick={() => onPair(id)}>
              <span className="network-tie-name">{name}</span>
              <span className="secondary">{edge.works > 0 ? t("pair.works", { n: formatExact(edge.works) }) : kinds}</span>
              <i className="network-meter" style={{ width: `${Math.max(4, Math.round(edge.strength * 100))}%` }} aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Somebody of the network: who they are, what can be done, and whom they are linked with. */
export function PersonCard(props: Props) {
  const { person, scene, edges, people, busy, onExpand, onCollapse, onPin, onRemove, onRecentre, onPair, onClose } = props;
  const { t } = useTranslation("network");
  const isPinned = person.id in scene.pinned;
  const brought = broughtThrough(scene, person.id).size;
  const linked = edges.filter(({ source, target }) => source === person.id || target === person.id).length;
  const full = scene.ids.length >= scene.budget ? scene.budget : null;
  return (
    <article className="network-card">
      <Head person={person} onClose={onClose} />
      <p className="secondary">
        {t("person.degree", { n: formatExact(linked) })}
        {person.degree > 0 && `${t("sep")}${t("person.degreeAll", { n: formatExact(person.degree) })}`}
      </p>
      <div className="network-deeds">
        {person.isScientist && (
          <Link className="button" to={`/scientists/${encodeURIComponent(person.id)}`}>
            {t("person.open")}
          </Link>
        )}
        <button type="button" className="button" onClick={onRecentre}>
          {t("person.recentre")}
        </button>
        <button type="button" className="button" aria-pressed={isPinned} onClick={onPin}>
          {t(isPinned ? "person.unpin" : "person.pin")}
        </button>
        {brought > 0 && (
          <button type="button" className="button" onClick={onCollapse}>
            {t("person.collapse", { n: formatExact(brought) })}
          </button>
        )}
        <button type="button" className="button" onClick={onRemove}>
          {t("person.remove")}
        </button>
      </div>
      <ExpandForm key={person.id} id={person.id} filters={scene.filters} busy={busy} full={full} onExpand={onExpand} />
      <section>
        <h3>{t("person.links")}</h3>
        <LinkList person={person} edges={edges} people={people} onPair={onPair} />
      </section>
    </article>
  );
}
