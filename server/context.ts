import type { FastifyRequest } from "fastify";
import type { AuditTrail, RequestOrigin } from "./features/audit/index.ts";
import { type Auth, type Principal, UnauthenticatedError } from "./features/auth/index.ts";
import { createLoaders, type ScientistsLoaders, type ScientistsService } from "./features/scientists/index.ts";
import type { SearchService } from "./features/search/index.ts";
import type { ReadModel } from "./features/selection/index.ts";
import type { Basemap } from "./graphql/generated.ts";
import type { Log } from "./shared/log.ts";

/** What outlives a request. */
export interface Services {
  readonly audit: AuditTrail;
  readonly auth: Auth;
  readonly scientists: ScientistsService;
  readonly readModel: ReadModel;
  readonly search: SearchService;
  readonly basemap: Basemap;
}

/** What a resolver gets. Loaders are new for each request, so that nothing is kept between viewers. */
export interface Context extends Services {
  readonly principal: Principal;
  readonly origin: RequestOrigin;
  readonly loaders: ScientistsLoaders;
  readonly log: Log;
  readonly requestId: string;
  readonly language: "zh" | "en";
}

/** The language in which to answer a request: English when the caller asks for it first, else Chinese. */
export function languageOf(request: FastifyRequest): "zh" | "en" {
  return /^\s*en\b/i.test(request.headers["accept-language"] ?? "") ? "en" : "zh";
}

/** The context of one request. @throws AppError `UNAUTHENTICATED` when nobody is signed in */
export function createContext(services: Services, request: FastifyRequest): Context {
  const { principal } = request;
  if (principal === null) throw new UnauthenticatedError();
  return {
    ...services,
    principal,
    origin: { requestId: request.id, ip: request.ip },
    loaders: createLoaders(services.scientists),
    log: request.log,
    requestId: request.id,
    language: languageOf(request),
  };
}
