"""The picture: the schedules of one test in a page for the browser, to step through and to explore by hand."""
