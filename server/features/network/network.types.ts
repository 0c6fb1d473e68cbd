import type {
  IntroductionLink,
  IntroductionSearchOutcome,
  JointWork,
  LinkEvidence,
  NeighbourCount,
  NetworkCutReason,
  NetworkEdge,
  ScorePart,
} from "../../graphql/generated.ts";
import type { Strength } from "./strength.ts";

/** A person of a network, before the scientist is loaded. */
export interface NetworkPersonModel {
  readonly id: string;
  readonly name: string;
  /** False for an author of imported works who is not identified with a scientist. */
  readonly isScientist: boolean;
}

/** A person in a collaboration network. */
export interface NetworkNodeModel extends NetworkPersonModel {
  readonly degree: number;
  readonly depth: number;
}

/** A place where reading was bounded; its sentence is made when it is told. */
export interface NetworkCutModel {
  readonly reason: NetworkCutReason;
  readonly link: IntroductionLink | null;
  readonly considered: number;
  readonly of: number | null;
}

/** A collaboration network. */
export interface CollaborationNetworkModel {
  readonly nodes: NetworkNodeModel[];
  readonly edges: NetworkEdge[];
  readonly omittedNodes: number;
  readonly omittedEdges: number;
  readonly cuts: NetworkCutModel[];
}

/** One kind of link of a pair, with what it rests on. */
export interface NetworkLinkModel {
  readonly link: IntroductionLink;
  readonly strength: Strength;
  readonly facts: LinkEvidence[];
}

/** Why two people are linked; the strongest link first, and at least one. */
export interface NetworkEdgeModel {
  readonly source: NetworkPersonModel;
  readonly target: NetworkPersonModel;
  readonly links: NetworkLinkModel[];
  readonly works: number;
  readonly jointWorks: JointWork[];
}

/** What expanding a person would bring. */
export interface NetworkPreviewModel {
  readonly person: NetworkPersonModel;
  readonly neighbours: NeighbourCount[];
}

/** One hop with what it rests on. */
export interface IntroductionHopModel {
  readonly fromPerson: NetworkPersonModel;
  readonly toPerson: NetworkPersonModel;
  readonly link: IntroductionLink;
  readonly alsoLinked: IntroductionLink[];
  readonly strength: Strength;
  readonly facts: LinkEvidence[];
}

/** A path with its score taken apart. */
export interface IntroductionPathModel {
  readonly score: number;
  readonly parts: ScorePart[];
  readonly hops: IntroductionHopModel[];
}

/** The answer to a search for introductions. */
export interface IntroductionSearchModel {
  readonly to: NetworkPersonModel | null;
  readonly paths: IntroductionPathModel[];
  readonly outcome: IntroductionSearchOutcome;
  readonly maxHops: number;
  readonly starts: number;
  readonly cuts: NetworkCutModel[];
}
