export { contactsResolvers } from "./contacts.resolvers.ts";
export { type ContactsService, createContactsService } from "./contacts.service.ts";
export type * from "./contacts.types.ts";
