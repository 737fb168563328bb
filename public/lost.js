// At an address where there is nothing. A link whose # was written %23 on its way is such an address: it leads to the page that was meant,
// and from then on what stands behind the # reaches no server. The rest of the address stays as it is, so nobody is led elsewhere.
const meant = location.href.replace(/%(25)*23/, "#");
if (meant !== location.href) location.replace(meant);
