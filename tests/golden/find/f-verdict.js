academyFind.take("652340c357cb","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
