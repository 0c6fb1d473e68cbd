import type { SaveProgrammeInput } from "../../graphql/generated.ts";
import { newId } from "../../shared/ids.ts";
import { type Outcome, type Refusal, refuse } from "../../shared/refusals.ts";
import type { ProgrammeModel, Writer } from "./pipeline.types.ts";
import { PIPELINE_REFUSALS } from "./pipeline-refusals.ts";
import { isLong, type PipelineRoom, record, writing } from "./pipeline-room.ts";
import { programmeIn, saveProgrammeIn } from "./programmes.repository.ts";

const NAME = { least: 2, most: 100 };
const NAME_EN_MOST = 200;
const DESCRIPTION_MOST = 2_000;

function wrong({ nameZh, nameEn, description }: SaveProgrammeInput): Refusal | null {
  if (!isLong(nameZh, NAME.least, NAME.most)) return PIPELINE_REFUSALS.programmeName;
  if (!isLong(nameEn ?? "", 0, NAME_EN_MOST)) return PIPELINE_REFUSALS.programmeNameEn;
  return isLong(description ?? "", 0, DESCRIPTION_MOST) ? null : PIPELINE_REFUSALS.programmeDescription;
}

/** Adds or changes a programme or need. */
export async function saveProgramme(room: PipelineRoom, input: SaveProgrammeInput, by: Writer): Promise<Outcome<ProgrammeModel>> {
  const refusal = wrong(input);
  if (refusal !== null) return refuse(refusal);
  return writing(room, async (transaction) => {
    const before = input.id == null ? null : await programmeIn(transaction, input.id);
    if (input.id != null && before === null) return refuse(PIPELINE_REFUSALS.noSuchProgrammeId);
    const programme: ProgrammeModel = {
      id: before?.id ?? newId(room.clock().getTime()),
      kind: input.kind,
      nameZh: input.nameZh.trim(),
      nameEn: input.nameEn?.trim() || null,
      description: input.description?.trim() || null,
      closed: input.closed ?? false,
      demo: before?.demo ?? by.actor.demo,
    };
    await saveProgrammeIn(transaction, programme);
    const shown = ({ kind, nameZh, nameEn, closed }: ProgrammeModel) => ({ kind, nameZh, nameEn, closed });
    const detail = { what: "programme", before: before === null ? null : shown(before), after: shown(programme) };
    await record(room, transaction, by, [programme.id], detail);
    return { done: programme };
  });
}
