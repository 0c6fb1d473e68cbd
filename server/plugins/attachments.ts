import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { AuditTrail } from "../features/audit/index.ts";
import { UnauthenticatedError } from "../features/auth/index.ts";
import { ATTACHMENT_MAX_BYTES, type Attachments, type Writer } from "../features/referrals/index.ts";
import { assertMay, ForbiddenError, rightsOf } from "../features/rights/index.ts";
import { AppError, InvalidInputError } from "../shared/errors.ts";
import { recordRefusal } from "./graphql-refusals.ts";
import { originOf } from "./session.ts";

const WAY = "attachment.referral";
const idGiven = z.object({ id: z.string().min(1).max(40) });

/** What attachments are served from. */
export interface AttachmentsPluginOptions {
  readonly attachments: Attachments;
  readonly audit: AuditTrail;
}

interface GivenFile {
  readonly name: string;
  readonly bytes: Buffer;
}

function oneFile(): InvalidInputError {
  return new InvalidInputError("请一次选择一个文件。", "Choose one file at a time.");
}

/** The one file of a form. @throws AppError when there is none, more than one, or it is too large or empty */
async function fileOf(request: FastifyRequest): Promise<GivenFile> {
  if (!request.isMultipart()) throw oneFile();
  let file: GivenFile | undefined;
  try {
    for await (const part of request.parts({ limits: { fileSize: ATTACHMENT_MAX_BYTES, files: 1, fields: 0, parts: 2 } })) {
      if (part.type === "file") file = { name: part.filename, bytes: await part.toBuffer() };
    }
  } catch (error) {
    if (error instanceof request.server.multipartErrors.RequestFileTooLargeError) {
      throw new AppError(
        "ATTACHMENT_TOO_LARGE",
        "附件最大 5 MB，请压缩后再试。",
        "A file may have at most 5 MB; make it smaller and try again.",
      );
    }
    throw oneFile();
  }
  if (file === undefined || file.bytes.length === 0) throw oneFile();
  return file;
}

/**
 * `POST /referrals/:id/attachments` (one file of a form), `GET` and `DELETE /attachments/:id`: files of referrals, for officers and for who made
 * the referral; for everybody else they are not there. Each opening is recorded before the first byte leaves.
 */
export async function registerAttachments(app: FastifyInstance, { attachments, audit }: AttachmentsPluginOptions): Promise<void> {
  await app.register(multipart, { throwFileSizeLimit: true });

  async function asker(request: FastifyRequest): Promise<Writer> {
    const { principal } = request;
    if (principal === null) throw new UnauthenticatedError();
    try {
      assertMay(rightsOf(principal.role), [WAY]);
    } catch (error) {
      if (error instanceof ForbiddenError) await recordRefusal(audit, { principal, origin: originOf(request) }, error);
      throw error;
    }
    const { id, name, role, demo } = principal;
    return { actor: { id, name, role, demo }, origin: originOf(request) };
  }

  app.post("/referrals/:id/attachments", async (request, reply) => {
    const by = await asker(request);
    const { id } = idGiven.parse(request.params);
    const added = await attachments.add(id, await fileOf(request), by);
    return reply.code(201).header("cache-control", "no-store").send(added);
  });

  app.get("/attachments/:id", async (request, reply) => {
    const by = await asker(request);
    const { attachment, bytes } = await attachments.open(idGiven.parse(request.params).id, by);
    const ending = attachment.name.split(".").at(-1) ?? "bin";
    return reply
      .type(attachment.mediaType)
      .header("content-disposition", `attachment; filename="attachment.${ending}"; filename*=UTF-8''${encodeURIComponent(attachment.name)}`)
      .header("x-content-type-options", "nosniff")
      .header("content-security-policy", "default-src 'none'; sandbox")
      .header("cache-control", "no-store")
      .send(bytes);
  });

  app.delete("/attachments/:id", async (request, reply) => {
    const by = await asker(request);
    await attachments.remove(idGiven.parse(request.params).id, by);
    return reply.code(204).send();
  });
}
