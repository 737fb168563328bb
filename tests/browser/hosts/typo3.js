// A site of its own has scripts.
document.documentElement.dataset.typo3 = "";
