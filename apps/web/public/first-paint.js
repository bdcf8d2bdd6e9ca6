// Before the first paint, so that the chosen theme does not flash. A file of its own, because no inline script may run.
;(() => {
  try {
    const theme = localStorage.getItem('samtavle.theme')
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  } catch {
    // Storage is forbidden: the system's theme it is.
  }
})()
