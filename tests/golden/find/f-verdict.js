academyFind.take("523454b42957","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
