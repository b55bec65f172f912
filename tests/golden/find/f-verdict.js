academyFind.take("5b178d79d1d9","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
