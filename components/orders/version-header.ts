/** Names the version of an order's page beside its status, whose JSON has no room for it (lib/orders/status-json.ts). */
export const VERSION_HEADER = 'Tokoku-Version'
