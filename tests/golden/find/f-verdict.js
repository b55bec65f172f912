academyFind.take("8e8486a879c4","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
