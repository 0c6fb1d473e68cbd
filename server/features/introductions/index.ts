export { introductionReminders } from "./introduction-reminders.ts";
export { introductionsResolvers } from "./introductions.resolvers.ts";
export { createIntroductions, type IntroductionsService } from "./introductions.service.ts";
export type * from "./introductions.types.ts";
export { endTasksWith } from "./move-task.ts";
export { readZone } from "./our-people.ts";
export { eraseIntroductions, removeEndedTasks } from "./task-retention.ts";
