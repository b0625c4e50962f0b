const PRICES: Readonly<Record<string, number>> = { "MUG-01": 900, "TEE-02": 2400, "BAG-03": 4500 };

export const totalOf = (lines: readonly { sku: string; quantity: number }[]): number =>
  lines.reduce((sum, { sku, quantity }) => sum + (PRICES[sku] ?? 0) * quantity, 0);
