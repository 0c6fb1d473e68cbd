import { TasksPage } from "../../features/introductions/tasks-page.tsx";
import { Allowed } from "../allowed.tsx";

/** Introductions, for those who may use this page of them. */
export function IntroductionTasksRoute() {
  return (
    <Allowed to={["ANSWER_INTRODUCTIONS"]}>
      <TasksPage />
    </Allowed>
  );
}
