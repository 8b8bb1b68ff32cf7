/** Documents that hold nothing but what their address says: they survive a reload, and nobody can write to them. */
export const CONFIG_SCHEME = 'grpo-dynamics-config';
