/* Loads scripts of the site as a browser would, without a page. */
