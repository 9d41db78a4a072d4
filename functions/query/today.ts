/** Today on the clocks of China, `YYYY-MM-DD`. */
export const todayInChina = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
