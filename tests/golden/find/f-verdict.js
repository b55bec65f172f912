academyFind.take("cb513638faad","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);
