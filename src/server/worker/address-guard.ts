/** The rule itself lies where connectors reach it too: an address that an admin typed is judged as one of a customer's. */
export * from '../../connectors/shared/address-guard.ts';
